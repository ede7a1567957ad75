// What the browser's tab says: how many wait, the page, the product.
import { useEffect } from "react";

const tab = { title: "", count: 0 };

function draw(): void {
  const count = tab.count > 0 ? `(${tab.count}) ` : "";
  document.title = `${count}${tab.title} – Splot`;
}

export function useTabTitle(title: string): void {
  useEffect(() => {
    tab.title = title;
    draw();
  }, [title]);
}

export function useTabCount(count: number): void {
  useEffect(() => {
    tab.count = count;
    draw();
    return () => {
      tab.count = 0;
      draw();
    };
  }, [count]);
}
