// The web client starts here.
import "@fontsource-variable/atkinson-hyperlegible-next/wght.css";
import "./design/tokens.css";
import "./design/base.css";

import { createRoot } from "react-dom/client";

import { App } from "./app/App.js";
import { startLanguage } from "./i18n/language.js";
import { routes } from "./routes.js";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has lost its root element");
await startLanguage();
createRoot(root).render(<App routes={routes} />);
