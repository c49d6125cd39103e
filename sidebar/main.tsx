import { render } from 'preact';
import { App } from './app';
import type { Runner } from './server';
import './style.css';
import { languageOf } from './text';

/** What Google puts into the page. */
declare const google: { readonly script: { readonly run: Runner } };

const place = document.getElementById('app');
if (place) render(<App runner={google.script.run} language={languageOf(navigator.language)} />, place);
