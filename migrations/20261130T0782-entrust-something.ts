// Entrust something: an entrustment of data makes a processor, an arrangement of joint control a joint controller; another one lets nothing travel (domain 4.2).
import type { MigrationInterface, QueryRunner } from "typeorm";

const KINDS = [
  ["d.kind = 'DATA_PROCESSING'", " and d.data_role = 'PROCESSOR'"],
  ["j.kind = 'JOINT_CONTROL'", " and j.data_role = 'JOINT_CONTROLLER'"],
] as const;

const reads = (was: string, is: string) => `
  do $do$
    declare was text := pg_get_functiondef('highest_level'::regproc);
    begin
      if position($from$${was}$from$ in was) = 0 then raise exception 'highest_level reads otherwise'; end if;
      execute replace(was, $from$${was}$from$, $to$${is}$to$);
    end $do$;`;

export class EntrustSomething20261130078200 implements MigrationInterface {
  name = "EntrustSomething20261130078200";

  async up(runner: QueryRunner): Promise<void> {
    for (const [kind, further] of KINDS)
      await runner.query(reads(kind, kind + further));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [kind, further] of KINDS)
      await runner.query(reads(kind + further, kind));
  }
}
