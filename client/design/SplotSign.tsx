// The three-strand plait: who gives, who guides, who uses.
import light from "./splot-sign.svg";
import dark from "./splot-sign-dark.svg";

export function SplotSign({ size }: { size: number }) {
  return (
    <picture>
      <source media="(prefers-color-scheme: dark)" srcSet={dark} />
      <img src={light} width={size} height={size} alt="" />
    </picture>
  );
}
