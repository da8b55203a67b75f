import { render } from 'preact';
import './styles/index.css';
import { App } from './App.js';
import { Playground } from './state/Playground.js';
import { applyTheme } from './state/theme.js';

const root = document.querySelector('#app');
const playground = new Playground(new URL(location.href));
applyTheme();
if (root !== null) render(<App playground={playground} />, root);
playground.start();
