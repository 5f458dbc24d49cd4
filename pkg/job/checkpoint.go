package job

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"khabar/pkg/similar"
)

// checkpointEvery is how many articles lie between two checkpoints.
const checkpointEvery = 500

// checkpoint says what of a run is durable.
type checkpoint struct {
	Version  int    `json:"version"`
	Run      string `json:"run"`      // what was asked for; a resumed run must ask for the same
	Articles int    `json:"articles"` // taken from the input, failed ones included
	Output   int64  `json:"output"`   // bytes of the output file
	Rejects  int64  `json:"rejects"`  // bytes of the rejects file
	Seen     int64  `json:"seen"`     // bytes of the log of --dedup
	Finished bool   `json:"finished"` // all is written, only names are missing
	Report   Report `json:"report"`   // counts so far
}

const checkpointVersion = 2

// load reads the checkpoint at path; none is the start.
func loadCheckpoint(path, run string) (checkpoint, error) {
	var c checkpoint
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return c, nil
	}
	if err != nil {
		return c, fmt.Errorf("read checkpoint %s: %w", path, cause(err))
	}
	if err := json.Unmarshal(data, &c); err != nil || c.Version != checkpointVersion {
		return c, fmt.Errorf("read checkpoint %s: it is none of this version", path)
	}
	if c.Run != run {
		return c, fmt.Errorf("checkpoint %s belongs to another command: %s", path, c.Run)
	}
	return c, nil
}

// save makes the checkpoint durable before it replaces the one before.
func (c checkpoint) save(path string) error {
	data, err := json.Marshal(c)
	if err != nil {
		return err
	}
	tmp := path + ".partial"
	f, err := os.OpenFile(tmp, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return fmt.Errorf("write checkpoint %s: %w", path, cause(err))
	}
	_, err = f.Write(append(data, '\n'))
	if err == nil {
		err = f.Sync()
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err == nil {
		err = os.Rename(tmp, path)
	}
	if err != nil {
		return fmt.Errorf("write checkpoint %s: %w", path, cause(err))
	}
	syncDir(filepath.Dir(path))
	return nil
}

// seenPath is the log of --dedup beside the checkpoint: what the articles of the run are
// compared with, so that a resumed run need not work on all of them again.
func seenPath(checkpoint string) string { return checkpoint + ".seen" }

// restore opens the log of --dedup and remembers what an earlier run wrote there. Under
// near only the last texts count.
func (r *run) restore(from checkpoint) error {
	if r.Checkpoint == "" || r.Filter.Dedup == "" {
		return nil
	}
	path := seenPath(r.Checkpoint)
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return fmt.Errorf("open %s: %w", path, cause(err))
	}
	r.seen = f
	size, err := f.Seek(0, io.SeekEnd)
	if err == nil && size < from.Seen {
		err = fmt.Errorf("it has %d bytes, the checkpoint says %d", size, from.Seen)
	}
	if err == nil {
		err = f.Truncate(from.Seen)
	}
	if err != nil {
		return fmt.Errorf("resume %s: %w", path, cause(err))
	}
	start := int64(0)
	if r.Filter.Dedup == "near" {
		start = max(0, from.Seen-similar.Window*r.dedup.entryBytes())
	}
	if _, err := f.Seek(start, io.SeekStart); err != nil {
		return fmt.Errorf("resume %s: %w", path, cause(err))
	}
	if err := r.dedup.restore(bufio.NewReader(f)); err != nil {
		return fmt.Errorf("resume %s: %w", path, cause(err))
	}
	if _, err := f.Seek(from.Seen, io.SeekStart); err != nil {
		return fmt.Errorf("resume %s: %w", path, cause(err))
	}
	r.dedup.log = bufio.NewWriter(f)
	return nil
}

// logSeen makes the log of --dedup durable and returns its length.
func (r *run) logSeen() (int64, error) {
	if r.seen == nil {
		return 0, nil
	}
	err := r.dedup.log.Flush()
	if err == nil {
		err = r.seen.Sync()
	}
	at := int64(0)
	if err == nil {
		at, err = r.seen.Seek(0, io.SeekCurrent)
	}
	if err != nil {
		return 0, fmt.Errorf("write %s: %w", r.seen.Name(), cause(err))
	}
	return at, nil
}

// removeCheckpoint takes the checkpoint of a finished run away, and the log beside it.
func removeCheckpoint(path string) error {
	for _, name := range []string{seenPath(path), path} {
		if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("remove checkpoint %s: %w", name, cause(err))
		}
	}
	return nil
}
