// The body of a request, read no further than its limit.
import type { IncomingMessage } from "node:http";

/**
 * @returns null where it is larger: what is left of it is not read
 * @throws where the sender breaks off
 */
export async function readBody(
  request: IncomingMessage,
  limit: number,
): Promise<Buffer | null> {
  if (Number(request.headers["content-length"] ?? 0) > limit) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  // whoever sends too much is to hear so: the connection stays until then
  const stream: AsyncIterable<Buffer> = request.iterator({
    destroyOnReturn: false,
  });
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
