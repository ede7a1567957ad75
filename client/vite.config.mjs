// How the web client is built, and how it is served while one works on it.
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

import { splitDocuments } from "./split-documents.mjs";

const api = { target: "http://127.0.0.1:4000", ws: true };

export default defineConfig({
  root: import.meta.dirname,
  plugins: [splitDocuments(import.meta.dirname), react()],
  build: {
    outDir: "../dist/client",
    emptyOutDir: true,
    // the content policy allows no data: addresses
    assetsInlineLimit: 0,
    // a phone asks for one file sooner than for fifty small ones
    cssCodeSplit: false,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: "libraries",
              test: /node_modules\/(react|react-dom|scheduler|react-router|@apollo|@wry|optimism|rxjs|graphql|graphql-ws|i18next|react-i18next)\//,
            },
            // what several pages use comes with the first of them
            { name: "shared", test: /client\/.*\.(ts|tsx)$/, minShareCount: 3 },
          ],
        },
      },
    },
  },
  server: {
    port: 4173,
    proxy: {
      "^/graphql$": api,
      "^/logowanie/oidc": api,
      "^/agreement-(documents|papers)/": api,
      "^/(uslugi|services)(/|$)": api,
    },
  },
});
