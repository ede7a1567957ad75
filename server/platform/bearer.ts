// The token that a program sends in its header; what else stands there is none.
export function bearerOf(header: unknown): string | null {
  if (typeof header !== "string") return null;
  return /^Bearer\s+(\S+)$/i.exec(header)?.[1] ?? null;
}
