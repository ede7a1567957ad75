// An expected failure, in the words of the graph; what was typed stays.
import type { ReactNode } from "react";

import { Note } from "../../design/Note.js";

interface Props {
  problem: { message: string } | null;
  actions?: ReactNode;
}

export function ProblemNotice({ problem, actions }: Props) {
  if (!problem) return null;
  return (
    <Note tone="danger" icon="warning" role="alert" actions={actions}>
      {problem.message}
    </Note>
  );
}
