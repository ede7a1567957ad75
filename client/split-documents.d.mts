// What the tests see of the plugin: as much of it as Vite calls.
export function splitDocuments(root: string): {
  buildStart(): void;
  transform(code: string, id: string): { code: string } | null;
};
