// Vite takes stylesheets out of the script and links them.
declare module '*.css';
