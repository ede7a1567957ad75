// A composed letter as the two texts of a mail: plain, and the same in the simplest HTML.
import type { Composed } from "./composers.js";

const escape = (text: string) =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

export function printed(
  { paragraphs, actions = [], footer = [], language, subject }: Composed,
  publicUrl: string,
): { text: string; html: string } {
  const text = [
    ...paragraphs,
    ...actions.map(({ label, path }) => `${label}:\n${publicUrl}${path}`),
    ...(footer.length > 0 ? [`-- \n${footer.join("\n")}`] : []),
  ].join("\n\n");
  const html = [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escape(subject)}</title></head>`,
    `<body style="font:17px/1.5 sans-serif;max-width:36em;margin:1.5em auto;padding:0 1em;color:#1b2a2c">`,
    ...paragraphs.map(
      (one) => `<p>${escape(one).replaceAll("\n", "<br>")}</p>`,
    ),
    ...actions.map(
      ({ label, path }) =>
        `<p><a href="${escape(publicUrl + path)}" style="display:inline-block;padding:.8em 1.2em;background:#14626f;color:#fff;border-radius:6px;text-decoration:none">${escape(label)}</a></p>`,
    ),
    ...(footer.length > 0
      ? [
          `<hr><p style="font-size:14px;color:#4d5f61">${footer.map(escape).join("<br>")}</p>`,
        ]
      : []),
    `</body></html>`,
  ].join("\n");
  return { text, html };
}
