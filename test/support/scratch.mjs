// Where tests keep what they throw away: in memory where there is plenty, for each of their databases is a thousand files.
import { statfsSync } from "node:fs";
import { freemem } from "node:os";

const memory = "/dev/shm";
const plenty = 6e9;

/** Whatever asks for the folder for temporary files gets it from here on, in workers and what they start as well. */
export default function keepInMemory() {
  // somebody chose a place
  if (process.platform !== "linux" || process.env.TMPDIR) return;
  try {
    const { bavail, bsize } = statfsSync(memory);
    if (Math.min(bavail * bsize, freemem()) > plenty)
      process.env.TMPDIR = memory;
  } catch {
    // there is none
  }
}
