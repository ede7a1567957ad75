// A form over the page about a network.
import type { ReactNode } from "react";

import { AskDialog } from "../app/forms/AskDialog.js";
import type { Wrong } from "../app/forms/Form.js";
import type { Failure } from "../graphql/use-verb.js";

interface Props {
  title: string;
  verb: string;
  saved: { isPending: boolean; wrong: Wrong | null; failure: Failure | null };
  width?: "narrow" | "wide";
  isDanger?: boolean;
  onClose(): void;
  onSubmit(form: FormData): void;
  children: ReactNode;
}

export function FormDialog({ saved, ...rest }: Props) {
  return <AskDialog {...rest} asked={saved} />;
}
