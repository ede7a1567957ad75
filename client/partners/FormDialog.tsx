// A form over the page about an organisation or its people.
import type { ReactNode } from "react";

import { AskDialog } from "../app/forms/AskDialog.js";
import type { useOutcome } from "./use-outcome.js";

interface Props {
  title: string;
  verb: string;
  busy: boolean;
  outcome: ReturnType<typeof useOutcome>;
  isDanger?: boolean;
  onSubmit(form: FormData): Promise<void>;
  onClose(): void;
  children: ReactNode;
}

export function FormDialog({ busy, outcome, ...rest }: Props) {
  const { problem, failure } = outcome;
  return (
    <AskDialog {...rest} asked={{ isPending: busy, wrong: problem, failure }} />
  );
}
