// What a document is, found out from its bytes and never from its name: PDF, PNG or DOCX without macros.

/** As the database takes them, by how their names end. */
const KINDS = {
  pdf: "application/pdf",
  png: "image/png",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
} as const;

export const MOST_BYTES = 10 * 1024 * 1024;

/** @returns null where the bytes are none of these, or the name says that they are another */
export function kindOfDocument(name: string, content: Buffer): string | null {
  const [, ending = ""] = /\.([^.]+)$/.exec(name.toLowerCase()) ?? [];
  if (ending === "pdf" && isPdf(content)) return KINDS.pdf;
  if (ending === "png" && isPng(content)) return KINDS.png;
  if (ending === "docx" && isDocx(content)) return KINDS.docx;
  return null;
}

function isPdf(content: Buffer): boolean {
  return content.subarray(0, 5).toString("latin1") === "%PDF-";
}

function isPng(content: Buffer): boolean {
  return (
    content.subarray(0, 8).toString("hex") === "89504e470d0a1a0a" &&
    content.subarray(12, 16).toString("latin1") === "IHDR"
  );
}

function isDocx(content: Buffer): boolean {
  if (content.subarray(0, 4).toString("hex") !== "504b0304") return false;
  const names = namesInZip(content);
  return (
    names.includes("[Content_Types].xml") &&
    names.includes("word/document.xml") &&
    !names.some((name) => /vbaProject/i.test(name))
  );
}

const END_OF_DIRECTORY = Buffer.from("504b0506", "hex");
const END_BYTES = 22;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;

/** Only the directory is read; nothing is unpacked. One that other programs could read otherwise names nothing. */
function namesInZip(content: Buffer): string[] {
  const end = content.lastIndexOf(END_OF_DIRECTORY);
  if (end < 0 || end + END_BYTES > content.length) return [];
  const comment = content.readUInt16LE(end + 20);
  if (end + END_BYTES + comment !== content.length) return [];
  const names: string[] = [];
  let at = content.readUInt32LE(end + 16);
  while (at + ENTRY_BYTES <= end && content.readUInt32LE(at) === ENTRY) {
    const nameBytes = content.readUInt16LE(at + 28);
    const name = at + ENTRY_BYTES;
    names.push(content.subarray(name, name + nameBytes).toString("utf8"));
    at =
      name +
      nameBytes +
      content.readUInt16LE(at + 30) +
      content.readUInt16LE(at + 32);
  }
  const isWhole = at === end && names.length === content.readUInt16LE(end + 10);
  return isWhole ? names : [];
}
