/** ENXIO: of a network that ends at this moment. */
const gone = ['ENOENT', 'ESRCH', 'ENXIO', 'EACCES', 'EPERM'];

/**
 * Undefined when what is read in `/proc` belongs to a process or thread that has ended, or to another user, or
 * is a file that is closed by now.
 * @throws whatever else goes wrong, such as `EMFILE`: of what is there nothing was seen
 */
export function unlessGone<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined || !gone.includes(code)) throw error;
    return undefined;
  }
}
