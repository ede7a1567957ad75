// Class names put together, the absent ones left out.
export function join(...names: (string | false | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}
