// One question of a form: its label, what helps, what is wrong, and the field.
import { type ComponentProps, type ReactNode, useId } from "react";

import styles from "./Field.module.css";

interface Shared {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
}

function Frame(
  props: Shared & { id: string; aside?: ReactNode; children: ReactNode },
) {
  const { id, label, hint, error, aside, children } = props;
  return (
    <div className={styles.field}>
      <div className={styles.head}>
        <label htmlFor={id}>{label}</label>
        {aside}
      </div>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
      {children}
    </div>
  );
}

function wiring(id: string, { hint, error }: Shared) {
  const described = [hint && `${id}-hint`, error && `${id}-error`];
  return {
    id,
    className: styles.input,
    "aria-invalid": error ? (true as const) : undefined,
    "aria-describedby": described.filter(Boolean).join(" ") || undefined,
  };
}

interface TextProps extends ComponentProps<"input">, Shared {
  /** Stands at the end of the label's line. */
  aside?: ReactNode;
}

export function TextField(props: TextProps) {
  const { label, hint, error, aside, ...rest } = props;
  const made = useId();
  const id = rest.id ?? made;
  return (
    <Frame id={id} {...{ label, hint, error, aside }}>
      <input {...rest} {...wiring(id, props)} />
    </Frame>
  );
}

interface SelectProps extends ComponentProps<"select">, Shared {}

export function SelectField(props: SelectProps) {
  const { label, hint, error, ...rest } = props;
  const made = useId();
  const id = rest.id ?? made;
  return (
    <Frame id={id} {...{ label, hint, error }}>
      <select {...rest} {...wiring(id, props)} />
    </Frame>
  );
}

interface AreaProps extends ComponentProps<"textarea">, Shared {}

export function TextArea(props: AreaProps) {
  const { label, hint, error, ...rest } = props;
  const made = useId();
  const id = rest.id ?? made;
  return (
    <Frame id={id} {...{ label, hint, error }}>
      <textarea rows={3} {...rest} {...wiring(id, props)} />
    </Frame>
  );
}
