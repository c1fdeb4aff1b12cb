import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import './app/app.css';
import { queryClient } from './common/api/queryClient';
import { startI18n } from './common/language';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

await startI18n();

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
