import { NotFoundNote } from '../../components/shell/not-found.tsx';

/** For pages of things that are not in the library: the layout has the shell already. */
export default NotFoundNote;
