import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface CustomerSite {
  /** Another host than the server's, as a company's website is. */
  url: string;
  close: () => Promise<void>;
}

/** A small website with the snippet in its head: plain pages, an app with routes, a long article. */
export async function openCustomerSite(snippet: () => string): Promise<CustomerSite> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const page = PAGES[path] ?? PAGES['/'] ?? '';
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><link rel="icon" href="data:,">${snippet()}${page}</html>`);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => closed(server) };
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}

const PAGES: Record<string, string> = {
  '/': '<title>首页</title></head><body><h1>首页</h1><a href="/article">文章</a>',
  '/article':
    '<title>白皮书</title><meta name="lw:content" content="white-paper"></head><body><h1>白皮书</h1>' +
    '<p style="height: 4000px">很长</p><p id="end">完</p>',
  '/app': `<title>应用</title></head><body><h1>应用</h1><button id="two">下一页</button><script>
    document.getElementById('two').onclick = () => {
      history.pushState({}, '', '/app/two?tab=1');
      document.title = '应用第二页';
    };
  </script>`,
};
