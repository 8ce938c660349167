/**
 * By processor, `AUDIT_ARCH_…` of linux/audit.h and then the numbers in unistd.h. `denied` are calls that
 * no server needs to list its tools. In their order: memory that no limit counts, keys of the user who
 * crawls, process 1 (which ends the sandbox and may belong to the user of the code), parts of the kernel
 * that are wide open to attack. Into `clone3` no filter can look; libraries fall back to `clone`.
 */
const processors = ['x64', 'arm64'];
const architecture = [0xc000003e, 0xc00000b7];
const calls = {
  ...{ clone: [56, 220], unshare: [272, 97], close_range: [436, 436] },
  ...{ mmap: [9, 222], socket: [41, 198], socketpair: [53, 199], setsockopt: [54, 208] },
};
const denied = {
  ...{ memfd_create: [319, 279], memfd_secret: [447, 447], vmsplice: [278, 75] },
  ...{ shmget: [29, 194], msgget: [68, 186], semget: [64, 190] },
  ...{ keyctl: [250, 219], add_key: [248, 217], request_key: [249, 218] },
  ...{ ptrace: [101, 117], process_vm_writev: [311, 271] },
  ...{ io_uring_setup: [425, 425], bpf: [321, 280], userfaultfd: [323, 282] },
  ...{ perf_event_open: [298, 241], setns: [308, 268], clone3: [435, 435] },
};

/** CLONE_NEWUSER: who makes a user namespace has every right in it, and mounts that no limit counts. */
const newUser = 0x10000000;
/**
 * CLONE_THREAD, CLONE_FILES and CLOSE_RANGE_UNSHARE: of the tables of descriptors that a process has, the watch
 * over a sandbox sees one, so its threads share it.
 */
const descriptors = { thread: 0x10000, shared: 0x400, closedApart: 2 };
/**
 * MAP_SHARED and MAP_ANONYMOUS: such memory stays when its pages leave the process, which counts them no more. EPERM,
 * which `mmap` has in its manual: ENOMEM would make a program say that memory was short.
 */
const sharedMemory = 0x21;
/** AF_UNIX, AF_INET, AF_INET6 and AF_NETLINK; of others (vsock leads out of a virtual machine) some know no namespaces. */
const families = [1, 2, 10, 16];
/**
 * What a socket may hold unread is nobody's memory; SO_SNDBUF makes it many times what it is at first, and after
 * SO_ZEROCOPY, as after `vmsplice`, a byte of a large page holds its 2 MB.
 */
const option = { level: 1, sendBuffer: 7, zeroCopy: 60 };
const errors = { EPERM: 1, ENOSYS: 38, EAFNOSUPPORT: 97 };

/** Where struct seccomp_data has them. */
const offsets = { number: 0, architecture: 4, argument: 16, second: 24, third: 32, fourth: 40 };
/** From here on numbers are of another kind of x64 program. */
const x32 = 0x40000000;

type Instruction = [code: number, ifTrue: number, ifFalse: number, value: number];

const load = (offset: number): Instruction => [0x20, 0, 0, offset];
const allow: Instruction = [0x06, 0, 0, 0x7fff0000];
const refuse = (error: keyof typeof errors): Instruction => [0x06, 0, 0, 0x50000 + errors[error]];
/** Goes on at the next instruction where it holds, else behind `steps` more. */
const ifEqual = (value: number, steps: number): Instruction => [0x15, 0, steps, value];
const unlessEqual = (value: number): Instruction => [0x15, 1, 0, value];
const ifAtLeast = (value: number, steps: number): Instruction => [0x35, 0, steps, value];
const ifAnyBit = (bits: number, steps: number): Instruction => [0x45, 0, steps, bits];
const keepBits = (bits: number): Instruction => [0x54, 0, 0, bits];

/**
 * The filter for the system calls of confined code on this kind of processor, as `bwrap --seccomp` reads
 * it; undefined where the numbers of the calls are not known
 * (https://www.kernel.org/doc/html/latest/userspace-api/seccomp_filter.html).
 */
export function systemCallFilter(processor: string = process.arch): Buffer | undefined {
  const column = processors.indexOf(processor);
  if (column < 0) return undefined;
  const of = (pair: readonly number[]) => pair[column] ?? 0;
  return assemble([
    ...[load(offsets.architecture), unlessEqual(of(architecture)), refuse('ENOSYS')],
    ...[load(offsets.number), ifAtLeast(x32, 1), refuse('ENOSYS')],
    ...Object.values(denied).flatMap((pair) => [ifEqual(of(pair), 1), refuse('ENOSYS')]),
    ...[ifEqual(of(calls.clone), 7), load(offsets.argument), ifAnyBit(newUser, 1), refuse('EPERM')],
    ...[keepBits(descriptors.thread | descriptors.shared), ifEqual(descriptors.thread, 1)],
    ...[refuse('EPERM'), allow],
    ...[ifEqual(of(calls.mmap), 5), load(offsets.fourth), keepBits(sharedMemory)],
    ...[ifEqual(sharedMemory, 1), refuse('EPERM'), allow],
    ...[ifEqual(of(calls.unshare), 4), load(offsets.argument)],
    ...[ifAnyBit(newUser | descriptors.shared, 1), refuse('EPERM'), allow],
    ...[ifEqual(of(calls.close_range), 4), load(offsets.third)],
    ...[ifAnyBit(descriptors.closedApart, 1), refuse('EPERM'), allow],
    ...[ifEqual(of(calls.setsockopt), 8), load(offsets.second), ifEqual(option.level, 5)],
    ...[load(offsets.third), ifEqual(option.sendBuffer, 1), refuse('EPERM')],
    ...[ifEqual(option.zeroCopy, 1), refuse('EPERM'), allow],
    ...[calls.socket, calls.socketpair].flatMap((pair) => [
      ...[ifEqual(of(pair), 2 + 2 * families.length), load(offsets.argument)],
      ...families.flatMap((family) => [ifEqual(family, 1), allow]),
      refuse('EAFNOSUPPORT'),
    ]),
    allow,
  ]);
}

/** As struct sock_filter; both kinds of processor are little-endian. */
function assemble(instructions: readonly Instruction[]): Buffer {
  const program = Buffer.alloc(instructions.length * 8);
  for (const [index, [code, ifTrue, ifFalse, value]] of instructions.entries()) {
    program.writeUInt16LE(code, index * 8);
    program.writeUInt8(ifTrue, index * 8 + 2);
    program.writeUInt8(ifFalse, index * 8 + 3);
    program.writeUInt32LE(value, index * 8 + 4);
  }
  return program;
}
