package person

import "strings"

// The parts that Hindi given names are built of. A word of no list with one of them,
// and with something left, is most likely a name: शिवमूरत, तेजबहादुर, किशनवती, रामकैलाश.
var (
	nameStarts = strings.Fields(`राम शिव हरि कृष्ण जय ओम तेज देव धर्म सत्य विश्व इंद्र चंद्र सूर्य लक्ष्मी भगवान जग रघु मनि महि गुरु सुख
हर बल बाल दया दीन श्याम राधे सीता गोविंद गंगा दुर्गा माता प्रेम फूल मोहम्मद अब्दुल शम्स नूर गुल मेहर`)
	nameEnds = strings.Fields(`लाल राम चंद चंद्र दास दत्त प्रसाद नाथ पाल बहादुर वती मती ेंद्र ेंदर िंदर ेश्वर देव जीत प्रीत दीप विंदर राज कांत
शंकर नारायण सिंह वीर बीर कुमार किशोर मणि भान शरण स्वरूप प्रकाश मोहन रंजन नंदन ुद्दीन उद्दीन ुल्लाह ुल्ला उल्लाह ेश भूषण दयाल कैलाश अवतार
गोपाल मूर्ति सेवक लखन किशन पूजन धारी खिलावन निहोर बिलास विलास आसरे कली दुलारी प्यारी रती निसा बानो`)
)

// placeEnds are the ends of the names of villages and towns.
var placeEnds = strings.Fields(`पुर पुरा पुरी गढ नगर गंज बाद खेडा टोला टोली वाडा घाट कोट डीह पट्टी हाट खुर्द कलां बिगहा माजरा बस्ती चक सराय ढाणी खेडी`)

// shaped reports whether the folded word is built like a given name.
func shaped(key string) bool {
	for _, e := range placeEnds {
		if strings.HasSuffix(key, e) {
			return false // दयालखेड़ा, रामपुरा
		}
	}
	for _, s := range nameStarts {
		if len(key) >= len(s)+9 && strings.HasPrefix(key, s) && len(s) >= 6 && !matraAt(key, len(s)) {
			return true
		}
	}
	for _, e := range nameEnds {
		if len(key) >= len(e)+6 && len(e) >= 6 && strings.HasSuffix(key, e) {
			return true
		}
	}
	return false
}

// matraAt reports whether a vowel sign or virama stands at byte i, so that the part
// before it is not a whole one: राम in रामायण.
func matraAt(s string, i int) bool {
	if i+2 >= len(s) || s[i] != 0xe0 {
		return false
	}
	return s[i+1] == 0xa4 && s[i+2] >= 0xbe || s[i+1] == 0xa5 && s[i+2] >= 0x80 && s[i+2] <= 0x8d
}
