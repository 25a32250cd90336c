/** Starts the page. */
import '@fontsource-variable/inter/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { applyAppearance, rememberedAppearance } from './theme/theme.js';
import './theme/tokens.css';

// Before the first paint, so that a dark page does not flash white.
applyAppearance(rememberedAppearance());

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root"');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
