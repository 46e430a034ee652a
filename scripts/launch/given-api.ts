import { StepError } from '../progress/step-error';

const ANSWERS_WITHIN_MS = 8_000;

/** Asks the central API at a given address whether it is there. Throws a StepError when it is not. */
export async function greetApi(url: string): Promise<void> {
  const remedy =
    'start it, correct PARLANCE_API_URL, or unset it: npm start then brings a central API of its own';
  try {
    const address = new URL('/health', url);
    const { status } = await fetch(address, { signal: AbortSignal.timeout(ANSWERS_WITHIN_MS) });
    if (status === 200) return;
    throw new StepError(`what answers at ${url} is no central API (${status} at /health)`, remedy);
  } catch (error) {
    if (error instanceof StepError) throw error;
    const { cause } = error instanceof Error ? error : {};
    const why = cause instanceof Error ? cause.message : String(error);
    throw new StepError(`no central API answers at ${url}: ${why}`, remedy);
  }
}
