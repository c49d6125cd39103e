/** esbuild puts style sheets into the page. */
declare module '*.css';
