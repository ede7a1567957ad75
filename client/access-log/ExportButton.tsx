// The table of what is shown, as a file: page after page, each of which is a line of the log itself.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { Button } from "../design/Button.js";
import { csvOf, keepFile } from "../design/keep-file.js";
import type { AccessLogFilter } from "../graphql/generated/graphql.js";
import type { Failure } from "../graphql/use-verb.js";
import { useVerb } from "../graphql/use-verb.js";
import { useTableWords } from "./access-line.js";
import { ExportAccessLog } from "./access-log.documents.js";
import { tableInWords } from "./table-in-words.js";

export function ExportButton({ filter }: { filter: AccessLogFilter }) {
  const { t } = useTranslation("access");
  const { head, cell } = useTableWords();
  const [take] = useVerb(ExportAccessLog);
  const [isTaking, setTaking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function takeAll(): Promise<Failure | null> {
    const pages: string[] = [];
    let after: string | null = null;
    do {
      const outcome = await take({ input: { filter, after } });
      const page = outcome.data?.exportAccessLog;
      if (page?.__typename !== "AccessLogExport")
        return outcome.failure ?? "refused";
      pages.push(page.csv);
      after = page.endCursor;
    } while (after);
    keepFile([csvOf(tableInWords(pages, head, cell))], t("file"));
    return null;
  }

  return (
    <>
      <Button
        icon="download"
        busy={isTaking}
        onClick={() => {
          setTaking(true);
          void takeAll().then((failed) => {
            setFailure(failed);
            setTaking(false);
          });
        }}
      >
        {t("export")}
      </Button>
      <NotSaved failure={failure} />
    </>
  );
}
