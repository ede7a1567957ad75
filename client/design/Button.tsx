// A button that says with a verb what it does, and a link that looks like one.
import type { ComponentProps } from "react";
import { Link } from "react-router";

import styles from "./Button.module.css";
import { Icon, type IconName } from "./Icon.js";
import { join } from "./join.js";

interface Look {
  kind?: "primary" | "plain" | "quiet" | "danger";
  size?: "normal" | "small" | "large";
  wide?: boolean;
  icon?: IconName;
}

interface ButtonProps extends ComponentProps<"button">, Look {
  /** At work: it stays in place and takes no second press. */
  busy?: boolean;
  /** The single key that does the same, printed on wide screens. */
  hotkey?: string;
}

function classOf({ kind = "plain", size = "normal", wide }: Look) {
  return join(styles.button, styles[kind], styles[size], wide && styles.wide);
}

export function Button(props: ButtonProps) {
  const { kind, size, wide, icon, busy, hotkey, onClick, ...rest } = props;
  return (
    <button
      type="button"
      aria-disabled={busy || undefined}
      aria-keyshortcuts={hotkey}
      {...rest}
      className={join(classOf({ kind, size, wide }), rest.className)}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon && <Icon name={icon} />}
      <span>{rest.children}</span>
      {hotkey && (
        <kbd className={styles.key} aria-hidden="true">
          {hotkey}
        </kbd>
      )}
    </button>
  );
}

interface ButtonLinkProps extends ComponentProps<typeof Link>, Look {}

export function ButtonLink(props: ButtonLinkProps) {
  const { kind, size, wide, icon, children, ...rest } = props;
  return (
    <Link
      {...rest}
      className={join(classOf({ kind, size, wide }), rest.className)}
    >
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </Link>
  );
}

interface DownloadLinkProps extends ComponentProps<"a">, Omit<Look, "icon"> {}

/** Leads to a file that is kept, not to a page. */
export function DownloadLink(props: DownloadLinkProps) {
  const { kind, size, wide, children, ...rest } = props;
  return (
    <a
      download
      {...rest}
      className={join(classOf({ kind, size, wide }), rest.className)}
    >
      <Icon name="download" />
      <span>{children}</span>
    </a>
  );
}
