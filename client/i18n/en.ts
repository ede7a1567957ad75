// The English words, gathered into one part of the built client.
export const catalogues = import.meta.glob<Record<string, unknown>>(
  "./en/*.json",
  { eager: true, import: "default" },
);
