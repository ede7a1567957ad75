// Files that are made when somebody asks for them, at an address of their own.
import type { ServerResponse } from "node:http";

import type { HttpRequest } from "./http.js";

/** A file as it leaves. */
export interface Download {
  /** Of letters, digits and hyphens alone. */
  fileName: string;
  type: string;
  content: Buffer;
}

/** An address that hands a file out; null: there is none for whoever asks. */
export type HandOut = (
  request: HttpRequest,
  address: URL,
) => Promise<Download | null>;

export function sendFile(response: ServerResponse, file: Download): void {
  response
    .writeHead(200, {
      "content-type": file.type,
      "content-length": file.content.length,
      "content-disposition": `inline; filename="${file.fileName}"`,
    })
    .end(file.content);
}
