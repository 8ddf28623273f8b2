# Les cinq étapes d’une personne et où en est chacune.

step-account = Compte
step-declaration = Déclaration de présence
step-address = Adresse
step-photo = Photo
step-card = Carte de résident permanent

status-done = Fait
status-to-do = À faire
status-waiting = À l’examen
status-cannot-start-yet = Pas encore possible
status-problem = Demande votre attention

household-approved = Demande approuvée
household-invited = Invitation envoyée
household-waiting-outside = En attente de votre arrivée au Canada
household-answered = Vous avez répondu à l’invitation
household-active = En cours
household-closed = Terminé : toutes les cartes sont postées
household-withdrawn = La demande a été retirée
household-interview = Vous devez passer une entrevue

clock-temporary-password = Mot de passe temporaire valable jusqu’au { $day }
clock-proof-download = Preuve à télécharger d’ici le { $day }
clock-card-claim = Adresse et photo attendues d’ici le { $day }

relationship-principal = Titulaire de la demande
relationship-spouse = Époux ou épouse
relationship-partner = Conjoint ou conjointe de fait
relationship-child = Enfant
relationship-grandchild = Petit-enfant
relationship-other = Sur la demande

province-ab = Alberta
province-bc = Colombie-Britannique
province-mb = Manitoba
province-nb = Nouveau-Brunswick
province-nl = Terre-Neuve-et-Labrador
province-ns = Nouvelle-Écosse
province-nt = Territoires du Nord-Ouest
province-nu = Nunavut
province-on = Ontario
province-pe = Île-du-Prince-Édouard
province-qc = Québec
province-sk = Saskatchewan
province-yt = Yukon
