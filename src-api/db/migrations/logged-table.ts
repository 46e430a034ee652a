/** Triggers that log each change of a table for the desktops, as those of 0004 do. */
export type LoggedTable = {
  readonly table: string;
  readonly entity: string;
  /** SQL for the brands concerned, of a row called `one`. */
  readonly brandsOf: string;
};

export const logTriggers = ({ table, entity, brandsOf }: LoggedTable): string => {
  const insert = (rows: string) =>
    `insert into change_log (entity, entity_id, brand_ids) select '${entity}', one.id, ${brandsOf} from ${rows} one;`;
  const pairs = `select n.id as id, (select array(select unnest(${brandsOf.replace('one.', 'o.')})
      union select unnest(${brandsOf.replace('one.', 'n.')}))) as brands
      from new_rows n join old_rows o on o.id = n.id`;
  return `
    create function log_${table}() returns trigger language plpgsql as $$
    begin
      if tg_op = 'INSERT' then ${insert('new_rows')}
      elsif tg_op = 'DELETE' then ${insert('old_rows')}
      else insert into change_log (entity, entity_id, brand_ids)
        select '${entity}', pair.id, pair.brands from (${pairs}) pair;
      end if;
      if found then perform pg_notify('hub_changed', ''); end if;
      return null;
    end $$;
    create trigger ${table}_inserted after insert on ${table}
      referencing new table as new_rows for each statement execute function log_${table}();
    create trigger ${table}_updated after update on ${table}
      referencing new table as new_rows old table as old_rows
      for each statement execute function log_${table}();
    create trigger ${table}_deleted after delete on ${table}
      referencing old table as old_rows for each statement execute function log_${table}();`;
};
