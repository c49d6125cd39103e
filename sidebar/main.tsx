import { render } from 'preact';
import { App } from './app';
import type { Runner } from './server';
import './style.css';
import { languageOf } from './text';
import { en } from './text-en';
import { translations } from './translations';

/** What Google puts into the page. */
declare const google: { readonly script: { readonly run: Runner } };

async function main(place: HTMLElement): Promise<void> {
  // English will do where a browser cannot unpack the others.
  const others = await translations().catch(() => ({ pl: en, ru: en }));
  const props = {
    runner: google.script.run,
    language: languageOf(navigator.language),
    first: place.dataset.page === 'data' ? 'data' : 'home',
    texts: { en, ...others },
  } as const;
  render(<App {...props} />, place);
}

const place = document.getElementById('app');
if (place) void main(place);
