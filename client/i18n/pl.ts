// The Polish words, gathered into one part of the built client.
export const catalogues = import.meta.glob<Record<string, unknown>>(
  "./pl/*.json",
  { eager: true, import: "default" },
);
