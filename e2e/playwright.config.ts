import { defineConfig } from '@playwright/test';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const places = [
  process.env.LEADWELL_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const chromium = places.find((place) => place && existsSync(place));
if (!chromium) throw new Error('No Chromium was found: install one, or name it in LEADWELL_CHROMIUM.');

const folder = join(import.meta.dirname, 'stories');
const files = readdirSync(folder).filter((file) => file.endsWith('.story.ts'));
const withOwnServer = files.filter((file) => readFileSync(join(folder, file), 'utf8').includes('onOwnServer()'));
// It pulls plugs while work runs, and needs the machine for itself to meet the work half done.
const kills = 'kill.story.ts';

// The stories of the shared server happen one after the other, as in a company; beside them those that have
// a server of their own.
export default defineConfig({
  testDir: 'stories',
  testMatch: '**/*.story.ts',
  workers: 2,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  outputDir: 'test-results',
  globalSetup: './support/startServer.ts',
  use: {
    browserName: 'chromium',
    timezoneId: 'Asia/Shanghai',
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    // A list that is still flying in takes the press of the mouse and not its release.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: chromium,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // Headless Chromium says that it is a robot, and robots are not counted as visitors; told here, beacons say so too.
        '--user-agent=Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
      ],
    },
  },
  projects: [
    { name: 'first day', testMatch: 'first-day.story.ts', workers: 1 },
    { name: 'stories', testIgnore: ['first-day.story.ts', ...withOwnServer], dependencies: ['first day'], workers: 1 },
    { name: 'own servers', testMatch: withOwnServer.filter((file) => file !== kills), workers: 1 },
    { name: 'kills', testMatch: kills, dependencies: ['stories', 'own servers'], workers: 1 },
  ],
});
