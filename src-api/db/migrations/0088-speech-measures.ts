/**
 * What is counted of a call's speech, in small rows beside the record, so that a hundred thousand
 * calls are added up at once: the call itself, each stay on a step, each answer, each objection. A
 * trigger writes them with the interaction, and they go with it.
 */
import { type Kysely, sql } from 'kysely';

export const speechMeasures = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        create table speech_marks (
          interaction_id uuid not null references interactions on delete cascade,
          script_id text not null,
          version integer not null,
          started_at timestamptz(3) not null,
          kind text not null check (kind in ('call', 'stay', 'answer', 'objection')),
          -- The step it ended on, the step, or the objection.
          name text not null,
          -- The arm, the next step, or the chosen answer.
          other text,
          experiment_id text,
          -- Seconds of a stay, or the rating that was given in the call.
          amount double precision,
          -- Of a step its first stay; of an objection: it was said whether the answer convinced.
          counts boolean not null default false,
          -- Of a step's first stay: nobody said what had to be said. Of an objection: overcome.
          flag boolean not null default false
        );
        create index speech_marks_by_interaction on speech_marks (interaction_id);
        create index speech_marks_by_script on speech_marks (script_id, kind, started_at);

        create function mark_speech(of_id uuid, speech jsonb, began timestamptz) returns void
        language sql as $$
          insert into speech_marks (interaction_id, script_id, version, started_at, kind, name,
            other, experiment_id, amount, counts, flag)
          select of_id, speech->>'scriptId', (speech->>'version')::int, began, marks.*
          from (
            select 'call' as kind, speech->>'stepId' as name, speech->'experiment'->>'arm' as other,
              speech->'experiment'->>'id' as experiment_id,
              (select (field.value #>> '{}')::float8 from jsonb_each(speech->'fields') field
                where field.key like '%.satisfaction' and jsonb_typeof(field.value) = 'number'
                limit 1) as amount,
              true as counts, false as flag
            union all
            select 'stay', stay.value->>'stepId',
              lead(stay.value->>'stepId') over (order by stay.ordinality), null,
              extract(epoch from (stay.value->>'leftAt')::timestamptz
                - (stay.value->>'at')::timestamptz)::float8,
              row_number() over step = 1,
              row_number() over step = 1
                and bool_or(stay.value->>'said' = 'no' or (stay.value->>'leftAt' is not null
                  and stay.value->>'said' is null)) over whole is true
                and bool_or(stay.value->>'said' = 'yes') over whole is not true
            from jsonb_array_elements(case jsonb_typeof(speech->'trace') when 'array'
              then speech->'trace' else '[]' end) with ordinality stay
            window step as (partition by stay.value->>'stepId' order by stay.ordinality),
              whole as (partition by stay.value->>'stepId')
            union all
            select 'answer', answer.key, answer.value, null, null, true, false
            from jsonb_each_text(speech->'choices') answer
            union all
            select 'objection', one.value->>'id', null, null, null,
              bool_or(one.value ? 'overcome'),
              bool_or(coalesce((one.value->>'overcome')::boolean, false))
            from jsonb_array_elements(case jsonb_typeof(speech->'met') when 'array'
              then speech->'met' else '[]' end) one
            group by 2
          ) marks
        $$;

        create function log_speech_marks() returns trigger language plpgsql as $$
        begin
          if tg_op = 'UPDATE' then delete from speech_marks where interaction_id = new.id; end if;
          if new.speech is not null then
            perform mark_speech(new.id, new.speech, new.started_at);
          end if;
          return null;
        end $$;
        create trigger interactions_speech_written after insert on interactions
          for each row when (new.speech is not null) execute function log_speech_marks();
        create trigger interactions_speech_changed after update on interactions
          for each row when (old.speech is distinct from new.speech
            or old.started_at is distinct from new.started_at)
          execute function log_speech_marks();
        do $$ begin
          perform mark_speech(id, speech, started_at) from interactions where speech is not null;
        end $$;
      `)
      .execute(db);
  },
};
