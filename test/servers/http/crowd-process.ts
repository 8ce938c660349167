// Serves the crowd from a process of its own, so that a benchmark measures the crawler alone.
import { crowdHandler } from './crowd.ts';
import { startLoopback } from './loopback.ts';

const { port } = await startLoopback(crowdHandler);
process.send?.(port);
process.on('disconnect', () => process.exit());
