// Fonts are shipped with the page, so that it looks the same everywhere and works without a network.
import '@fontsource/lato/400.css';
import '@fontsource/lato/400-italic.css';
import '@fontsource/lato/700.css';
import '@fontsource/lato/700-italic.css';
import '@fontsource/lato/900.css';
import '@fontsource/noto-sans-symbols-2/symbols-400.css';
import 'twemoji-colr-font/twemoji.css';
import 'slack-blocks-to-jsx/dist/style.css';
import './styles/index.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App />);
