import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { it } from 'node:test';
import { withDeadline } from '../../../crawler/guard/deadline.ts';

const never = () => new Promise<never>(() => {});
const tooLate = () => new Error('too late');

it('gives the result and leaves no listener on the signal', async () => {
  const { signal } = new AbortController();
  assert.equal(await withDeadline(60_000, tooLate, signal, async () => 7), 7);
  await assert.rejects(
    withDeadline(60_000, tooLate, signal, () => Promise.reject(new Error('broken'))),
    /broken/,
  );
  assert.deepEqual(getEventListeners(signal, 'abort'), []);
});

it('ends what takes too long and tells it so', async () => {
  let told: AbortSignal | undefined;
  const { signal } = new AbortController();
  await assert.rejects(
    withDeadline(1, tooLate, signal, (own) => {
      told = own;
      return never();
    }),
    /too late/,
  );
  assert.ok(told?.aborted);
  assert.deepEqual(getEventListeners(signal, 'abort'), []);
});

it('ends with the reason of the caller, also when that came first', async () => {
  const controller = new AbortController();
  const running = withDeadline(60_000, tooLate, controller.signal, never);
  const reason = new Error('enough');
  controller.abort(reason);
  await assert.rejects(running, reason);
  await assert.rejects(withDeadline(60_000, tooLate, controller.signal, never), reason);
});
