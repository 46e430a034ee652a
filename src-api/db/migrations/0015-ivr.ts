/**
 * What callers typed and said to voice servers: there for whoever answers, kept with the call. In
 * triggers, for calls come in by three ways, and either may come first.
 */
import { type Kysely, sql } from 'kysely';

export const ivr = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        create table ivr_inputs (
          id uuid primary key,
          brand_id text not null references brands,
          call_uid text,
          number text,
          at timestamptz(3) not null,
          message_id text not null,
          steps jsonb not null,
          reason_code text,
          check (call_uid is not null or number is not null)
        );
        create index ivr_inputs_by_call on ivr_inputs (call_uid) where call_uid is not null;
        create index ivr_inputs_by_number on ivr_inputs (number, at) where number is not null;
        create index interactions_by_call_uid on interactions ((call->>'callUid'))
          where channel = 'phone';

        -- All that was told of one call, in the order it happened; null when nothing was.
        create function ivr_of(of_brand text, of_call text, of_number text, since timestamptz,
          until timestamptz) returns jsonb language sql stable as $$
          with told as (
            select * from ivr_inputs where brand_id = of_brand and call_uid = of_call
            union
            select * from ivr_inputs where brand_id = of_brand and number = of_number
              and at between since and until
              and (call_uid is null or of_call is null or call_uid = of_call)
          )
          select case when count(*) = 0 then null else jsonb_build_object(
            'steps', coalesce((select jsonb_agg(one.step order by told.at, told.message_id, one.nth)
              from told, jsonb_array_elements(told.steps) with ordinality one(step, nth)), '[]'),
            'reasonCode', (select reason_code from told where reason_code is not null
              order by at desc, message_id desc limit 1)) end
          from told
        $$;

        create function ivr_with_call() returns trigger language plpgsql as $$
        declare said jsonb;
        begin
          said := ivr_of(new.brand_id, new.call->>'callUid', new.call->>'customerNumber',
            new.started_at - interval '10 minutes', new.started_at + interval '1 minute');
          if said is not null then new.call := jsonb_set(new.call, '{ivr}', said); end if;
          return new;
        end $$;
        create trigger interactions_with_ivr before insert on interactions for each row
          when (new.channel = 'phone' and new.direction = 'inbound' and new.call is not null
            and new.call->'ivr' is null and new.call->>'training' is distinct from 'true')
          execute function ivr_with_call();

        create function ivr_late() returns trigger language plpgsql as $$
        begin
          update interactions told
          set call = jsonb_set(told.call, '{ivr}', ivr_of(told.brand_id, told.call->>'callUid',
            told.call->>'customerNumber', told.started_at - interval '10 minutes',
            told.started_at + interval '1 minute'))
          where told.channel = 'phone' and told.direction = 'inbound' and told.brand_id = new.brand_id
            and (told.call->>'callUid' = new.call_uid
              or (told.call->>'customerNumber' = new.number
                and (new.call_uid is null or told.call->>'callUid' is null)
                and told.started_at between new.at - interval '1 minute'
                  and new.at + interval '10 minutes'));
          return null;
        end $$;
        create trigger ivr_inputs_late after insert on ivr_inputs
          for each row execute function ivr_late();
      `)
      .execute(db);
  },
};
