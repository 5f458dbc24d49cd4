package job

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
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
	Finished bool   `json:"finished"` // all is written, only names are missing
	Report   Report `json:"report"`   // counts so far
}

const checkpointVersion = 1

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
