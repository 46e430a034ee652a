/** How a window talks to the engine; the port is one implementation, tests have another. */
import type { Failure, Result } from '../../kernel/result.ts';
import type { BoardNews } from '../live/board-state.ts';
import type { CustomerBundle } from '../sync/pull.ts';
import type { CommandInput, CommandName, CommandOutput } from './commands.ts';
import type { NoticeName } from './messages.ts';
import type { SliceName, Slices } from './views.ts';

export type EngineListener = {
  readonly slice: <N extends SliceName>(name: N, value: Slices[N]) => void;
  readonly customer: (bundle: CustomerBundle, freshAt: string) => void;
  readonly leadBoard?: (news: BoardNews) => void;
  readonly notice: (name: NoticeName, id: string | null) => void;
  /** The engine went away (it is being started again) or is back. */
  readonly connected: (connected: boolean) => void;
};

export type EngineClient = {
  readonly request: <N extends CommandName>(
    name: N,
    input: CommandInput<N>,
  ) => Promise<Result<CommandOutput<N>, Failure>>;
  /** Starts delivery; the first deliveries are the snapshot. Returns the way to stop. */
  readonly listen: (listener: EngineListener) => () => void;
};
