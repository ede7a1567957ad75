// The code that a scanned card brings: behind the # of the address, which no server is told and no log holds; read once and taken away.
import { useEffect, useState } from "react";
import { useLocation, useNavigate } from "react-router";

/** What a card's QR leads to. */
export function doorAddress(code: string): string {
  return `${location.origin}/drzwi#${code}`;
}

/** A reader that types what it read types the whole address, or what stands on an older card: number and code. */
export function codeOf(typed: string): string {
  const [, behind] = typed.split("#");
  return (behind ?? typed.replace(/^\s*SK\/\d{4}\/\d+\s+/i, "")).trim();
}

/** @returns the code that the page was opened with, and how to forget it */
export function useCodeInAddress(): [code: string, forget: () => void] {
  const { hash, pathname } = useLocation();
  const navigate = useNavigate();
  const [code, setCode] = useState("");
  useEffect(() => {
    if (!hash) return;
    setCode(codeOf(hash));
    void navigate(pathname, { replace: true });
  }, [hash, navigate, pathname]);
  return [code, () => setCode("")];
}
