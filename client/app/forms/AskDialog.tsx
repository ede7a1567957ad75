// A form over the page: its fields, what was wrong with them, and the verb at its foot.
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../../design/Button.js";
import { Dialog } from "../../design/Dialog.js";
import type { Failure } from "../../graphql/use-verb.js";
import { NotSaved } from "../errors/NotSaved.js";
import { Form, type Wrong } from "./Form.js";

interface Props {
  title: string;
  verb: string;
  /** Of what is asked: whether it is under way, and what came of the last try. */
  asked: { isPending: boolean; wrong: Wrong | null; failure: Failure | null };
  width?: "narrow" | "wide" | undefined;
  isDanger?: boolean | undefined;
  isJudgedByServer?: boolean;
  onSubmit(form: FormData): void | Promise<void>;
  onClose(): void;
  children: ReactNode;
}

export function AskDialog(props: Props) {
  const { title, verb, asked, width, isDanger, onClose } = props;
  const { t } = useTranslation("shell");
  const formId = useId();
  return (
    <Dialog
      title={title}
      width={width}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            kind={isDanger ? "danger" : "primary"}
            type="submit"
            form={formId}
            busy={asked.isPending}
          >
            {verb}
          </Button>
        </>
      }
    >
      <Form
        id={formId}
        wrong={asked.wrong}
        isJudgedByServer={props.isJudgedByServer}
        onSubmit={(form) =>
          asked.isPending ? undefined : props.onSubmit(form)
        }
      >
        {props.children}
        <NotSaved failure={asked.failure} />
      </Form>
    </Dialog>
  );
}
