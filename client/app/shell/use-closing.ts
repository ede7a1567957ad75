// A sheet of the shell closes when one goes elsewhere: to another page, beside it, or back by Escape.
import { type RefObject, useEffect } from "react";

export function useClosing(
  menu: RefObject<HTMLDetailsElement | null>,
  pathname: string,
): void {
  useEffect(() => {
    if (menu.current) menu.current.open = false;
  }, [menu, pathname]);
  useEffect(() => {
    function close({ target }: Event) {
      if (!menu.current?.open) return;
      if (target instanceof Node && menu.current.contains(target)) return;
      menu.current.open = false;
    }
    function escape({ key }: KeyboardEvent) {
      if (key !== "Escape" || !menu.current?.open) return;
      menu.current.open = false;
      menu.current.querySelector("summary")?.focus();
    }
    document.addEventListener("pointerdown", close);
    document.addEventListener("focusin", close);
    document.addEventListener("keydown", escape);
    return () => {
      document.removeEventListener("pointerdown", close);
      document.removeEventListener("focusin", close);
      document.removeEventListener("keydown", escape);
    };
  }, [menu]);
}
