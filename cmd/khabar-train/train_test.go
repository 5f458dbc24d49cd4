package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"khabar/pkg/lexicon"
	"khabar/pkg/tagger"
)

// synthetic writes a corpus of sentences from a few frames and returns its path.
func synthetic(t *testing.T) string {
	t.Helper()
	given := strings.Fields("राजीव सुनीता अनिल कविता महेश रेखा संदीप पूनम दिनेश सीमा")
	surnames := strings.Fields("शर्मा वर्मा ठाकुर यादव सिंह गुप्ता जोशी चौहान")
	places := strings.Fields("शिमला सोलन मंडी पटना गया लखनऊ कानपुर जयपुर भोपाल इंदौर")
	bodies := strings.Fields("कांग्रेस भाजपा सपा बसपा")
	var b strings.Builder
	tagged := func(words, tag string) {
		for i, w := range strings.Fields(words) {
			switch {
			case tag == "":
				fmt.Fprintf(&b, "%s\tO\n", w)
			case i == 0:
				fmt.Fprintf(&b, "%s\tB-%s\n", w, tag)
			default:
				fmt.Fprintf(&b, "%s\tI-%s\n", w, tag)
			}
		}
	}
	for i := 0; i < 200; i++ {
		name := given[i%len(given)] + " " + surnames[i*3%len(surnames)]
		place, body := places[i*7%len(places)], bodies[i%len(bodies)]
		switch i % 4 {
		case 0:
			tagged(name, "PERSON")
			tagged("ने", "")
			tagged(place, "LOCATION")
			tagged("में बैठक की ।", "")
		case 1:
			tagged(body, "ORGANIZATION")
			tagged("नेता", "")
			tagged(name, "PERSON")
			tagged("ने कहा कि काम जारी है ।", "")
		case 2:
			tagged(place, "LOCATION")
			tagged("में बारिश हुई और सड़क बंद हो गई ।", "")
		case 3:
			tagged(body, "ORGANIZATION")
			tagged("ने", "")
			tagged("दो", "NUMEX")
			tagged("उम्मीदवार उतारे ।", "")
		}
		b.WriteByte('\n')
	}
	path := filepath.Join(t.TempDir(), "synthetic.conll")
	if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func trainOn(t *testing.T, args ...string) (report string, model []byte) {
	t.Helper()
	out := filepath.Join(t.TempDir(), "model.bin")
	c, err := parse(append(args, "-out", out, "-gazetteer", "", "-clusters", "8", "-epochs", "5", "-mib", "0.1"), os.Stderr)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := run(c, &b); err != nil {
		t.Fatal(err)
	}
	if model, err = os.ReadFile(out); err != nil {
		t.Fatal(err)
	}
	return b.String(), model
}

// TestTraining learns the frames of a synthetic corpus, twice to the same byte.
func TestTraining(t *testing.T) {
	path := synthetic(t)
	for _, learner := range []string{"-perceptron=false", "-perceptron=true"} {
		report, first := trainOn(t, "-hiner", path, learner)
		_, second := trainOn(t, "-hiner", path, learner)
		if !bytes.Equal(first, second) {
			t.Errorf("%s: two runs give different models", learner)
		}
		m, err := tagger.Open(string(first))
		if err != nil {
			t.Fatal(err)
		}
		all, err := readTagged(path, 0, lexicon.Default())
		if err != nil {
			t.Fatal(err)
		}
		if r := evaluate(m, all[160:], nil); r.weighted() < 0.99 {
			t.Errorf("%s: weighted F1 %.3f\n%s", learner, r.weighted(), report)
		}
		if !strings.Contains(m.Header(), "synthetic.conll") || strings.Contains(m.Header(), filepath.Dir(path)) {
			t.Errorf("header: %s", m.Header())
		}
	}
}

func TestSecondDomain(t *testing.T) {
	path := synthetic(t)
	report, _ := trainOn(t, "-hiner", path, "-ijcnlp", path, "-curve")
	if !strings.Contains(report, "1/8 of the training part") || !strings.Contains(report, "160 + 0 own + 200 training sentences, 40 test") {
		t.Errorf("report: %s", report)
	}
}

func TestReadTagged(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.conll")
	if err := os.WriteFile(path, []byte("# id 1\tdomain=dev\nनई _ _ B-LOC\nदिल्ली, _ _ I-LOC\nपटना _ _ B-LOC\nमें _ _ O\n\nराम\tPERSON\nलाल\tPERSON\nआए\tO\nदो\tNUMBER\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	got, err := readTagged(path, 0, lexicon.Default())
	if err != nil || len(got) != 2 {
		t.Fatal(got, err)
	}
	if want := []entity{{0, 2, tagger.Location}, {2, 3, tagger.Location}}; !reflect.DeepEqual(got[0].entities, want) {
		t.Errorf("entities %v, want %v", got[0].entities, want)
	}
	if want := []entity{{0, 2, tagger.Person}}; !reflect.DeepEqual(got[1].entities, want) {
		t.Errorf("entities %v, want %v", got[1].entities, want)
	}
	// the comma is the word's, not the name's, and comes back with the word
	states := got[0].states()
	var labels []tagger.Label
	for _, s := range states {
		labels = append(labels, tagger.LabelOf(s))
	}
	if want := []tagger.Label{tagger.BLoc, tagger.ILoc, tagger.O, tagger.BLoc, tagger.O}; !reflect.DeepEqual(labels, want) {
		t.Errorf("labels %v, want %v", labels, want)
	}
	if spans := got[0].spans(labels); !reflect.DeepEqual(spans, got[0].entities) {
		t.Errorf("spans %v", spans)
	}
}

// TestBrown: words that stand between the same neighbours fall into one cluster.
func TestBrown(t *testing.T) {
	var sents [][]string
	for _, p := range []string{"पटना", "लखनऊ", "शिमला", "भोपाल"} {
		for _, n := range []string{"राम", "श्याम", "मोहन", "सोहन"} {
			sents = append(sents, []string{n, "ने", p, "में", "कहा"}, []string{"वह", p, "से", "आया"}, []string{"फिर", n, "को", "बुलाया"})
		}
	}
	cl := brown(sents, 7, 1)
	for _, group := range []string{"पटना लखनऊ शिमला भोपाल", "राम श्याम मोहन सोहन"} {
		words := strings.Fields(group)
		for _, w := range words[1:] {
			if cl.of[w] != cl.of[words[0]] {
				t.Errorf("%s is not with %s", w, words[0])
			}
		}
	}
	if cl.of["पटना"] == cl.of["राम"] {
		t.Error("people and places are one cluster")
	}
	path := filepath.Join(t.TempDir(), "clusters")
	if err := cl.write(path); err != nil {
		t.Fatal(err)
	}
	if back, err := readClusters(path); err != nil || !reflect.DeepEqual(back, cl) {
		t.Errorf("read back %v, %v", back, err)
	}
}
